import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { RichText } from './RichText'

const html = (text: string) => mount(RichText, { props: { text } }).html({ raw: true })

it('keeps simple markup', () =>
  expect(html('<p>Be <b>kind</b>, <a href="/rules">always</a>.</p>')).toContain(
    '<p>Be <b>kind</b>, <a href="https://id.example.test/rules" rel="noopener noreferrer">always</a>.</p>',
  ))

it.each([
  ['<script>steal()</script>text', 'steal'],
  ['<img src=x onerror=steal()>text', 'img'],
  ['<p onclick="steal()">text</p>', 'steal'],
  ['<a href="javascript:steal()">text</a>', 'steal'],
  ['<svg><script>steal()</script></svg>text', 'steal'],
  ['<style>*{}</style>text', 'style'],
  ['<form action="/x"><button>text</button></form>', 'form'],
])('drops what does something: %s', (text, gone) => {
  expect(html(text)).toContain('text')
  expect(html(text)).not.toContain(gone)
})

it('leaves plain text as it is', () => expect(html('1 < 2 & 3')).toContain('1 &lt; 2 &amp; 3'))
