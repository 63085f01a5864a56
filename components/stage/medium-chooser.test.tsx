import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { MediumOffer } from '@/lib/conversation/mediums'
import { MediumChooser } from './medium-chooser'

const face: MediumOffer = { medium: 'face', vendors: [{ id: 'acme', name: 'Acme' }], missing: [] }
const voice: MediumOffer = { medium: 'voice', vendors: [], missing: ['ECHO_API_KEY'] }
const chat: MediumOffer = {
  medium: 'chat',
  vendors: [
    { id: 'inky', name: 'Inky' },
    { id: 'quill', name: 'Quill' },
  ],
  missing: [],
}

const chooser = (offers: MediumOffer[], chosen: 'face' | 'chat' = 'face') =>
  renderToStaticMarkup(
    <MediumChooser
      offers={offers}
      chosen={chosen}
      vendor="quill"
      personaId="mira"
      isDraft={false}
    />,
  )

describe('the choice of medium', () => {
  it('leads to what is set up, and names what the rest lacks', () => {
    const html = chooser([face, voice, chat])
    expect(html).toContain('href="/talk?persona=mira&amp;medium=chat"')
    expect(html).not.toContain('medium=voice')
    expect(html).toContain('Not set up here: Voice (ECHO_API_KEY)')
  })

  it('offers the vendors of a chat, and says whose it is', () => {
    const html = chooser([face, chat], 'chat')
    expect(html).toMatch(/aria-current="true"[^>]*>Quill</)
    expect(html).toContain('vendor=inky')
    expect(html).not.toContain('Not set up')
  })

  it('is none where there is one medium', () => {
    expect(chooser([face])).toBe('')
  })
})
