// Fails the build when the built pages outgrow their budget or need more than the content security policy allows.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = 'target/classes/web'
const BUDGET = 100_000 // bytes, gzip, everything of both pages together
const COUNTED = new Set(['.js', '.css', '.html', '.svg'])
const FORBIDDEN = [
  [/<script(?![^>]*\ssrc=)[^>]*>/i, 'an inline script'],
  [/<style[\s>]/i, 'an inline style element'],
  [/\sstyle\s*=/i, 'a style attribute'],
  [/\son[a-z]+\s*=\s*["']/i, 'an event handler attribute'],
]

const files = readdirSync(DIST, { recursive: true }).filter((file) => COUNTED.has(extname(file)))
const complaints = []
let total = 0
for (const file of files) {
  const content = readFileSync(join(DIST, file))
  const size = gzipSync(content, { level: 9 }).length
  total += size
  console.log(`${String(size).padStart(7)}  ${file}`)
  if (extname(file) === '.html') {
    complaints.push(...FORBIDDEN.filter(([mark]) => mark.test(content)).map(([, what]) => `${file} has ${what}`))
  }
}
console.log(`${String(total).padStart(7)}  in all, of ${BUDGET}`)
if (total > BUDGET) {
  complaints.push(`the pages weigh ${total} bytes with gzip, more than ${BUDGET}`)
}
for (const complaint of complaints) {
  console.error(`error: ${complaint}`)
}
process.exitCode = complaints.length > 0 ? 1 : 0
