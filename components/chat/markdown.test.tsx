import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string, isWritten = true) =>
  renderToStaticMarkup(<Markdown text={text} isWritten={isWritten} />)

/** Every tag of the output: text cannot look like one, since React escapes it. */
const tagsOf = (markup: string) => markup.match(/<[^>]*>/g) ?? []

const allowed =
  /^<\/?(div|section|span|p|h[456]|strong|em|del|mark|code|pre|br|hr|blockquote|ol|ul|li|sup|table|thead|tbody|tr|th|td|button|svg|rect|path|a)\b/
const attributes =
  /^(class|dir|start|style|scope|aria-label|aria-live|aria-hidden|tabindex|type|href|title|target|rel|xmlns|width|height|viewBox|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|d|x|y|rx|ry)$/

/** What no Markdown may lead to. */
function expectSafe(markup: string) {
  for (const tag of tagsOf(markup)) {
    expect(tag).toMatch(allowed)
    for (const [, name] of tag.matchAll(/\s([\w-]+)="/g)) expect(name).toMatch(attributes)
    const href = tag.match(/ href="([^"]*)"/)?.[1]
    if (href !== undefined) {
      expect(href).toMatch(/^(https?:\/\/|mailto:)/)
      expect(tag).toContain('rel="noopener noreferrer nofollow"')
      expect(tag).toContain('target="_blank"')
    }
    const style = tag.match(/ style="([^"]*)"/)?.[1]
    if (style !== undefined) expect(style).toMatch(/^text-align:(left|right|center)$/)
  }
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://a.b/c)',
  '[x](/account?delete=1)',
  '[x](//evil.example/x)',
  '[x](#main)',
  '<javascript:alert(1)>',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x](https://tracker.example/pixel.gif)',
  '![" onerror="alert(1)](https://a.b/" onerror="alert(1))',
  '[r]\n\n[r]: javascript:alert(1)',
  '# main\n\n# toString\n\n# __proto__',
  '<!-- --><b>x</b>',
  '| a |\n|--|\n| <img src=x onerror=alert(1)> |',
  '```"><script>alert(1)</script>\nx\n```',
  '[^1]\n\n[^1]: <img src=x onerror=alert(1)> [x](javascript:alert(1))',
  '<style>*{display:none}</style>',
  '<div style="position:fixed;inset:0">',
  '<Markdown text="x" />',
  '{alert(1)} <X y={alert(1)} />',
]

describe('Markdown of a model', () => {
  it('becomes what it means', () => {
    const markup = html(
      '## Plan\n\nA **bold** and *soft* `word`.\nNext line.\n\n1. one\n2. two\n\n- [x] done\n\n> said\n\n| a | b |\n|--|:-:|\n| 1 | 2 |\n\n```ts\nlet x = 1 < 2\n```',
    )
    expectSafe(markup)
    for (const part of [
      '<h4>Plan</h4>',
      '<strong>bold</strong>',
      '<em>soft</em>',
      '<code>word</code>',
      '<li>one</li>',
      '☑',
      '<blockquote><p>said</p></blockquote>',
      '<td style="text-align:center">2</td>',
      '<code>let x = 1 &lt; 2</code>',
    ]) {
      expect(markup).toContain(part)
    }
  })

  it('keeps links to the web and to mail, in a window of their own', () => {
    const markup = html('[a](https://example.org/x?y=1) <mailto:me@example.org> www.example.org')
    expectSafe(markup)
    expect(markup.match(/<a /g)).toHaveLength(3)
  })

  it('shows a picture as a link, and loads nothing', () => {
    const markup = html('![A cat](https://example.org/cat.png)')
    expect(markup).not.toContain('<img')
    expect(markup).toContain('>Picture: A cat</a>')
  })

  it.each(hostile)('is harmless: %s', (text) => {
    for (const isWritten of [true, false]) expectSafe(html(text, isWritten))
  })

  it('shows HTML as the text that it is', () => {
    expect(html('a <b>c</b> <script>d</script>')).toContain(
      'a &lt;b&gt;c&lt;/b&gt; &lt;script&gt;d&lt;/script&gt;',
    )
  })

  it('is harmless however it is put together, and wherever it is cut', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(
        '\n',
        '\n\n',
        '> ',
        '- ',
        '1. ',
        '`',
        '```\n',
        '**',
        '[',
        '](',
        ')',
        '|',
        '\t',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.double({ min: 0, max: 1 }),
        (parts, at) => {
          const text = parts.join('')
          expectSafe(html(text))
          expectSafe(html(text.slice(0, Math.floor(text.length * at || 0)), false))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is quick and does not run out of stack on what nobody writes', () => {
    const size = 20_000
    for (const part of [
      '> ',
      '- ',
      '[',
      '![',
      '**',
      '*a ',
      '`',
      '<',
      '((',
      '| ',
      '\\',
      '&#',
      '[a](',
    ]) {
      const began = performance.now()
      expectSafe(html(part.repeat(size / part.length), false))
      expect(performance.now() - began, part).toBeLessThan(4_000)
    }
  })
})

describe('Markdown that is still being written', () => {
  it('does not show marks that are not closed yet', () => {
    expect(html('A **bold', false)).toContain('<p>A bold</p>')
    expect(html('See [here](https://exa', false)).not.toContain('https')
    expect(html('```js\nlet x', false)).toContain('<code>let x</code>')
  })

  it('grows without an element turning into another', () => {
    const whole = 'First **bold** words.\n\n- one\n- two\n\n```js\nlet x = 1\n```\n\nLast.'
    let before: string[] = []
    for (let length = 1; length <= whole.length; length += 1) {
      const blocks = [...html(whole.slice(0, length), false).matchAll(/<(p|ul|pre)\b/g)].map(
        ([, tag]) => tag ?? '',
      )
      expect(blocks.slice(0, before.length - 1)).toEqual(before.slice(0, -1))
      before = blocks
    }
    expect(before).toEqual(['p', 'ul', 'pre', 'p'])
  })
})
