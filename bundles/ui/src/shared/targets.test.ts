import { describe, expect, it } from 'vitest'
import { endTarget, pluginModule, safeTarget } from './targets'

const BASE = 'https://id.example.test/if/flow/sign-in/'

describe('safeTarget', () => {
  it.each([
    ['/if/user/', 'https://id.example.test/if/user/'],
    ['?next=1', 'https://id.example.test/if/flow/sign-in/?next=1'],
    ['https://app.example.test/callback?code=1', 'https://app.example.test/callback?code=1'],
    ['http://localhost:3000/', 'http://localhost:3000/'],
    ['//other.example.test/x', 'https://other.example.test/x'],
  ])('opens %s', (target, address) => expect(safeTarget(target, BASE)).toBe(address))

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:https://id.example.test/1',
    'vbscript:x',
    'file:///etc/passwd',
    'http://[broken',
    '',
    null,
    undefined,
    7,
    { toString: () => '/x' },
  ])('refuses %j', (target) => expect(safeTarget(target, BASE)).toBeUndefined())
})

describe('endTarget', () => {
  it.each(['com.example.app:/callback?code=1', 'https://app.example.test/cb', '/if/user/'])('leaves to %s', (target) =>
    expect(endTarget(target, BASE)).toBe(new URL(target, BASE).href))

  it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://id.example.test/1', 'myapp:/callback', '', 7])(
    'refuses %j',
    (target) => expect(endTarget(target, BASE)).toBeUndefined(),
  )
})

describe('pluginModule', () => {
  it('is a script below /plugins/ of this server', () =>
    expect(pluginModule('/plugins/acme/1.0.0/step.js', BASE)).toBe('https://id.example.test/plugins/acme/1.0.0/step.js'))

  it.each([
    'https://evil.test/plugins/acme/1.0.0/step.js',
    '//evil.test/plugins/acme/1.0.0/step.js',
    '/static/x.js',
    '/plugins/../static/1/x.js',
    '/plugins/acme/1.0.0/step.css',
    '/plugins/acme/1.0.0/step.js?x=1',
    '/plugins/acme/1.0.0/step.js#x',
    'data:text/javascript,alert(1)//plugins/a/1/x.js',
    undefined,
  ])('is not %s', (target) => expect(pluginModule(target, BASE)).toBeUndefined())
})
