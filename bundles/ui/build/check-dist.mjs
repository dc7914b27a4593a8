// Fails the build when the built pages outgrow their budgets or need more than the content security policy allows.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = 'target/classes/web'
/** Bytes, gzip, everything that the pages of a build load together; by the manifest that Vite writes of the build. */
const BUDGETS = [
  ['pages.manifest.json', 'the pages that everybody loads', 100_000],
  ['admin.manifest.json', 'the administration pages', 160_000],
]
const FORBIDDEN = [
  [/<script(?![^>]*\ssrc=)[^>]*>/i, 'an inline script'],
  [/<style[\s>]/i, 'an inline style element'],
  [/\sstyle\s*=/i, 'a style attribute'],
  [/\son[a-z]+\s*=\s*["']/i, 'an event handler attribute'],
]

const complaints = []

function filesOf(manifest) {
  const chunks = Object.entries(JSON.parse(readFileSync(join(DIST, manifest), 'utf8')))
  const pages = chunks.filter(([, chunk]) => chunk.isEntry).map(([source]) => source)
  const loaded = chunks.flatMap(([, chunk]) => [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])])
  return [...new Set([...pages, ...loaded])]
}

for (const [manifest, what, budget] of BUDGETS) {
  let total = 0
  for (const file of filesOf(manifest)) {
    const size = gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length
    total += size
    console.log(`${String(size).padStart(7)}  ${file}`)
  }
  console.log(`${String(total).padStart(7)}  in all, of ${budget}: ${what}`)
  if (total > budget) {
    complaints.push(`${what} weigh ${total} bytes with gzip, more than ${budget}`)
  }
  rmSync(join(DIST, manifest))
}
for (const file of readdirSync(DIST).filter((name) => extname(name) === '.html')) {
  const content = readFileSync(join(DIST, file))
  complaints.push(...FORBIDDEN.filter(([mark]) => mark.test(content)).map(([, what]) => `${file} has ${what}`))
}
for (const complaint of complaints) {
  console.error(`error: ${complaint}`)
}
process.exitCode = complaints.length > 0 ? 1 : 0
