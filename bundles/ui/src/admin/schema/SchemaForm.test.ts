import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useCatalogue } from '../useCatalogue'
import SchemaForm from './SchemaForm.vue'
import { blank, MASK, type Schema, type Value } from './schema'

async function form(schema: Schema, value: Value = blank(schema), more: Record<string, unknown> = {}) {
  const page = mount(SchemaForm, {
    props: {
      schema,
      modelValue: value,
      action: 'Save',
      'onUpdate:modelValue': (given: Value) => void page.setProps({ modelValue: given }),
      ...more,
    },
    attachTo: document.body,
  })
  await flushPromises()
  return { page, value: () => page.props('modelValue') as Value }
}

const of = (member: Schema, required = false): Schema => ({ type: 'object', properties: { it: member }, required: required ? ['it'] : [] })

describe('a field', () => {
  it('has the title, the help and the length of its schema', async () => {
    const { page } = await form(of({ type: 'string', title: 'Domain', description: 'A host name.', maxLength: 9 }, true))
    const input = page.get('input')
    expect(page.get('label').text()).toBe('Domain')
    expect(page.get('label').attributes('for')).toBe(input.attributes('id'))
    expect(input.attributes()).toMatchObject({ maxlength: '9', required: '' })
    expect(page.get(`#${input.attributes('aria-describedby')}`).text()).toBe('A host name.')
  })

  it('that is empty sends nothing, unless nothing would mean the default', async () => {
    const optional = await form(of({ type: 'string' }), { it: 'x' })
    await optional.page.get('input').setValue('')
    expect(optional.value().it).toBeUndefined()
    const fallback = await form(of({ type: 'string', default: 'UTC' }))
    await fallback.page.get('input').setValue('')
    expect(fallback.value().it).toBe('')
  })

  it.each([
    ['email', 'email'],
    ['uri', 'url'],
    ['uri-reference', 'text'],
  ])('of format %s is an input of type %s', async (format, type) => {
    expect((await form(of({ type: 'string', format }))).page.get('input').attributes('type')).toBe(type)
  })

  it('shows several lines', async () => {
    const { page, value } = await form(of({ type: 'string', format: 'multiline' }))
    await page.get('textarea').setValue('one\ntwo')
    expect(value().it).toBe('one\ntwo')
  })

  it('takes numbers, and tells their range', async () => {
    const { page, value } = await form(of({ type: 'integer', minimum: 1, maximum: 20 }))
    expect(page.text()).toContain('1 to 20')
    await page.get('input').setValue('5')
    expect(value().it).toBe(5)
    await page.get('input').setValue('')
    expect(value().it).toBeUndefined()
  })

  it('does not tell the range of the machine', async () => {
    const { page } = await form(of({ type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }))
    expect(page.find('.hint').exists()).toBe(false)
  })

  it('takes yes and no', async () => {
    const { page, value } = await form(of({ type: 'boolean', default: true }))
    await page.get('input').setValue(false)
    expect(value().it).toBe(false)
  })

  it('takes one of some values', async () => {
    const { page, value } = await form(of({ type: 'string', enum: ['per_provider', 'global'], default: 'global' }, true))
    expect(page.findAll('option').map((it) => it.text())).toEqual(['Per provider', 'Global'])
    await page.get('select').setValue(0)
    expect(value().it).toBe('per_provider')
  })

  it('takes several of some values', async () => {
    const { page, value } = await form(of({ type: 'array', items: { type: 'string', enum: ['mon', 'tue'] }, default: ['mon'] }))
    await page.findAll('input')[1]!.setValue(true)
    await page.findAll('input')[0]!.setValue(false)
    expect(value().it).toEqual(['tue'])
  })

  it('takes a moment in the time zone of the browser', async () => {
    const { page, value } = await form(of({ type: 'string', format: 'date-time' }))
    await page.get('input').setValue('2030-01-31T12:00')
    expect(value().it).toBe(new Date('2030-01-31T12:00').toISOString())
  })

  it('takes JSON, and says what is no JSON', async () => {
    const { page, value } = await form(of({ type: 'object' }))
    await page.get('textarea').setValue('{"a":1}')
    expect(value().it).toEqual({ a: 1 })
    await page.get('textarea').setValue('{"a":')
    expect(page.get('textarea').attributes('aria-invalid')).toBe('true')
    expect(page.text()).toContain('not valid JSON')
  })
})

describe('a secret', () => {
  const secret: Schema = { type: 'string', format: 'password', writeOnly: true }

  it('is never shown, and stays as it is if nothing is typed', async () => {
    const { page, value } = await form(of(secret), { it: MASK })
    expect((page.get('input').element as HTMLInputElement).value).toBe('')
    expect(page.get('input').attributes('placeholder')).toBe('Leave empty to keep it')
    await page.get('input').setValue('new')
    expect(value().it).toBe('new')
    await page.get('input').setValue('')
    expect(value().it).toBe(MASK)
  })

  it('is made by the server if it says so', async () => {
    const { page, value } = await form(of({ ...secret, 'x-generated': 128 }), {}, { creates: true })
    expect(page.get('input').attributes('placeholder')).toBe('Leave empty to have one made')
    expect(value().it).toBeUndefined()
  })
})

describe('a list', () => {
  const uris: Schema = {
    type: 'array',
    title: 'Redirect URIs',
    maxItems: 2,
    items: { type: 'object', required: ['url'], properties: { mode: { type: 'string', enum: ['strict', 'regex'], default: 'strict' }, url: { type: 'string' } } },
    default: [],
  }

  it('of objects grows and shrinks', async () => {
    const { page, value } = await form(of(uris))
    const add = () => page.findAll('button').find((it) => it.attributes('aria-label')?.startsWith('Add'))
    await add()!.trigger('click')
    await page.get('input[name="it.0.url"]').setValue('https://a.test/')
    expect(value().it).toEqual([{ mode: 'strict', url: 'https://a.test/' }])
    await add()!.trigger('click')
    expect(add(), 'no more than the schema allows').toBeUndefined()
    await page.get('[aria-label="Remove: Redirect URIs 1"]').trigger('click')
    expect(value().it).toEqual([{ mode: 'strict', url: undefined }])
  })

  it('of texts keeps their order', async () => {
    const { page, value } = await form(of({ type: 'array', items: { type: 'string' } }), { it: ['a', 'b'] })
    await page.get('input[name="it.1"]').setValue('c')
    expect(value().it).toEqual(['a', 'c'])
  })

  it('shows what the server says of one of its members', async () => {
    const { page } = await form(of(uris), { it: [{ mode: 'strict', url: 'x' }] }, { errors: { 'it.0.url': ['This must be a whole address.'] } })
    const input = page.get('input[name="it.0.url"]')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(page.get('.field-error').text()).toBe('This must be a whole address.')
  })
})

describe('an object within', () => {
  it('may be absent until it is added', async () => {
    const { page, value } = await form(of({ type: 'object', properties: { tries: { type: 'integer', default: 3 } } }))
    expect(page.find('input').exists()).toBe(false)
    await page.get('fieldset button').trigger('click')
    expect(value().it).toEqual({ tries: 3 })
    await page.get('fieldset button').trigger('click')
    expect(value().it).toBeUndefined()
  })
})

describe('a form', () => {
  it('leaves out what it is told to', async () => {
    const schema: Schema = { type: 'object', properties: { target: { type: 'string' }, order: { type: 'integer' } } }
    const { page } = await form(schema, {}, { omit: ['target'] })
    expect(page.findAll('input').map((it) => it.attributes('name'))).toEqual(['order'])
  })

  it('loses no error, also of what has no field', async () => {
    const { page } = await form(of({ type: 'string' }), {}, { errors: { non_field_errors: ['From and to must differ.'], hidden: ['Wrong.'] } })
    expect(page.get('[role=alert]').text()).toContain('From and to must differ.')
    expect(page.get('[role=alert]').text()).toContain('hidden: Wrong.')
  })

  it('takes the focus to the first field that is wrong', async () => {
    const { page } = await form({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } })
    await page.setProps({ errors: { b: ['Required.'] }, problem: 'Please look at the marked fields.' })
    await flushPromises()
    expect((document.activeElement as HTMLInputElement).name).toBe('b')
  })

  it('is not sent twice', async () => {
    const { page } = await form(of({ type: 'string' }), {}, { busy: true })
    await page.get('form').trigger('submit')
    expect(page.emitted('submit')).toBeUndefined()
  })
})

describe('a reference', () => {
  const rows = [
    { pk: 'one', name: 'First', slug: 'first' },
    { pk: 'two', name: 'Second', slug: 'second' },
  ]

  beforeEach(() => {
    useCatalogue().document.value = {
      paths: { '/flows/instances/': { 'x-model': 'flow', 'x-reference': 'flow', 'x-key': 'slug' } },
    }
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (to) => {
      const pk = new URL(String(to), location.href).searchParams.get('pk')
      const results = rows.filter((it) => pk === null || it.pk === pk)
      return new Response(JSON.stringify({ pagination: { next: 0 }, results }))
    })
  })

  it('is shown by the name of what it refers to', async () => {
    const { page } = await form(of({ type: 'string', format: 'uuid', title: 'Flow', 'x-refers-to': 'flow' }), { it: 'two' })
    expect((page.get('input').element as HTMLInputElement).value).toBe('Second')
    expect(page.get('label').attributes('for')).toBe(page.get('input').attributes('id'))
  })

  it('can be taken away if it is optional', async () => {
    const { page, value } = await form(of({ type: 'string', 'x-refers-to': 'flow' }), { it: 'one' })
    await page.get('[aria-label="Remove: First"]').trigger('click')
    expect(value().it).toBeUndefined()
  })

  it('of several can be put in order and removed', async () => {
    const { page, value } = await form(of({ type: 'array', items: { type: 'string', 'x-refers-to': 'flow' } }), { it: ['one', 'two'] })
    expect(page.findAll('.picked-name').map((it) => it.text())).toEqual(['First', 'Second'])
    await page.get('[aria-label="Move up: Second"]').trigger('click')
    expect(value().it).toEqual(['two', 'one'])
    await page.get('[aria-label="Remove: First"]').trigger('click')
    expect(value().it).toEqual(['two'])
  })

  it('to something that cannot be seen says so', async () => {
    const { page } = await form(of({ type: 'string', 'x-refers-to': 'flow' }), { it: 'gone' })
    expect((page.get('input').element as HTMLInputElement).value).toContain('gone')
  })
})
