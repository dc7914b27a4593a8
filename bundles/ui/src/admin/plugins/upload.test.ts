import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import UploadDialog from './UploadDialog.vue'

const report = { pk: 'com.example.tea', version: '1.0.0', digest: 'd1g', size: 2048, signers: [], permissions: [], sboms: [], problems: [] }

describe('a jar', () => {
  let asked: string[]
  let replies: Response[]

  beforeEach(() => {
    asked = []
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (to) => {
      asked.push(String(to))
      return replies.shift()!
    })
  })

  async function choose() {
    mount(UploadDialog, { props: { open: true }, attachTo: document.body })
    await flushPromises()
    const input = document.querySelector<HTMLInputElement>('#jar')!
    Object.defineProperty(input, 'files', { value: [new File(['PK'], 'tea.jar')] })
    input.dispatchEvent(new Event('change'))
    await flushPromises()
  }

  const text = () => document.querySelector('[role=dialog]')?.textContent ?? ''

  async function install() {
    document.querySelector<HTMLButtonElement>('[role=dialog] [type=submit]')!.click()
    await flushPromises()
  }

  it('is looked at first, and installed as it was looked at', async () => {
    replies = [new Response(JSON.stringify(report)), new Response(JSON.stringify({ pk: report.pk, to: '1.0.0' }), { status: 201 })]
    await choose()
    expect(text()).toContain('Nobody signed it.')
    await install()
    expect(asked).toEqual(['/api/v3/plugins/?check=true', '/api/v3/plugins/?sha256=d1g'])
    document.body.replaceChildren()
  })

  it('that is no plug-in is not offered to be installed', async () => {
    replies = [new Response('{"detail":"This is no plug-in."}', { status: 400 })]
    await choose()
    expect(text()).toContain('This is no plug-in.')
    expect(document.querySelector('[role=dialog] [type=submit]')).toBeNull()
    document.body.replaceChildren()
  })
})
