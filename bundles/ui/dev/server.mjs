// Serves the built pages under the policy of the real server and plays canned answers, or passes calls on to a running server. For looking at
// pages, nothing else.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { applications, challenges, pluginScript } from './challenges.mjs'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; " +
  "font-src 'self'; form-action *; base-uri 'none'; frame-ancestors 'none'"
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
/** A running server, if one is given: then nothing but the pages comes from here. */
const UPSTREAM = process.env.GATEWRIGHT
const BRAND = {
  branding_title: 'Gatewright',
  branding_logo: '',
  flow_invalidation: 'default-invalidation-flow',
  ui_footer_links: [{ name: 'Imprint', href: '/imprint' }],
}

const json = (body, status = 200) => ({ status, type: 'application/json', body: JSON.stringify(body) })
const file = async (path) => ({ status: 200, type: TYPES[extname(path)], body: await readFile(`target/classes/web/${path}`) })
const refused = (challenge) => ({
  ...challenge,
  response_errors: { non_field_errors: [{ string: 'This is the dev server: it takes no answers.', code: 'dev' }] },
})

/** The executor: a flow's challenge, and it again with an error after every answer. */
function execute(slug, method) {
  if (slug === 'down') {
    return { ...json({ title: 'Down', status: 503 }, 503), type: 'application/problem+json' }
  }
  const challenge = challenges[slug]
  return challenge === undefined ? json({ detail: 'No such flow.' }, 404) : json(method === 'POST' ? refused(challenge) : challenge)
}

function api(path, method, signedIn, empty) {
  const slug = /^\/api\/v3\/flows\/executor\/([^/]+)\//.exec(path)?.[1]
  if (slug !== undefined) {
    return execute(slug, method)
  }
  const answers = {
    '/api/v3/core/brands/current/': () => json(BRAND),
    '/api/v3/core/users/me/': () => (signedIn ? json({ user: { pk: 1, username: 'ada', name: 'Ada Lovelace' } }) : json({ detail: 'Sign in.' }, 403)),
    '/api/v3/core/applications/': () => json({ pagination: { next: 0 }, results: empty ? [] : applications }),
  }
  return answers[path]?.() ?? json({ detail: 'Not found.' }, 404)
}

/** Headers that are about one connection. */
const HOP = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'expect'])

/** Passes a request on to a running server. */
async function passOn(request) {
  const chunks = []
  for await (const chunk of request) {
    chunks.push(chunk)
  }
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HOP.has(name)))
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined
  const reply = await fetch(UPSTREAM + request.url, {
    method: request.method,
    headers: { ...headers, ...(headers.origin === undefined ? {} : { origin: UPSTREAM }) },
    body,
    redirect: 'manual',
  })
  return {
    status: reply.status,
    type: reply.headers.get('Content-Type') ?? 'text/plain',
    location: reply.headers.get('Location'),
    cookies: reply.headers.getSetCookie(),
    body: Buffer.from(await reply.arrayBuffer()),
  }
}

async function answer(request) {
  const { pathname } = new URL(request.url, 'http://localhost')
  const cookies = request.headers.cookie ?? ''
  if (pathname.startsWith('/if/flow/')) return file('flow.html')
  if (pathname.startsWith('/if/user/')) return file('user.html')
  if (pathname.startsWith('/if/admin/')) return file('admin.html')
  if (pathname.startsWith('/static/dist/ui/')) return file(pathname.slice('/static/dist/ui/'.length))
  if (UPSTREAM !== undefined) return passOn(request)
  if (pathname === '/plugins/acme/1.0.0/colour.js') return { status: 200, type: 'text/javascript', body: pluginScript }
  if (pathname.startsWith('/dev/')) return { status: 200, type: 'text/html', body: '<!doctype html><title>Received</title><p>Received.' }
  return api(pathname, request.method, !cookies.includes('signed_out'), cookies.includes('no_applications'))
}

export function start(port) {
  const server = createServer(async (request, response) => {
    const reply = await answer(request).catch(() => json({ detail: 'Not found.' }, 404))
    response.writeHead(reply.status, {
      'Content-Type': reply.type,
      'Content-Security-Policy': POLICY,
      ...(reply.location ? { Location: reply.location } : {}),
      ...(reply.cookies ? { 'Set-Cookie': reply.cookies } : {}),
    })
    response.end(reply.status === 204 ? undefined : reply.body)
  })
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)))
}

if (process.argv[1]?.endsWith('server.mjs')) {
  const server = await start(Number(process.env.PORT ?? 5180))
  console.log(`Pages at http://127.0.0.1:${server.address().port}/if/user/ and /if/flow/<name>/ with one of:`)
  console.log(Object.keys(challenges).join(' '))
}
