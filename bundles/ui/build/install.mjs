// Installs the packages of package-lock.json, unless they are there already.
import { execSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`error: the pages need Node 20.19 or newer to be built; this is ${process.versions.node}`)
  process.exit(1)
}

const INSTALLED = 'node_modules/.package-lock.json' // npm writes it last
const changed = (file) => statSync(file).mtimeMs
if (!existsSync(INSTALLED) || changed(INSTALLED) < Math.max(changed('package-lock.json'), changed('package.json'))) {
  execSync('npm ci', { stdio: 'inherit' })
}
