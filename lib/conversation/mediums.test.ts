import { describe, expect, it } from 'vitest'
import { chosenMedium, type MediumOffer, roomAddress } from './mediums'

const offer = (medium: MediumOffer['medium'], isSetUp: boolean): MediumOffer => ({
  medium,
  vendors: isSetUp ? [{ id: 'acme', name: 'Acme' }] : [],
  missing: isSetUp ? [] : ['ACME_API_KEY'],
})

describe('the medium of a room', () => {
  const offers = [offer('face', true), offer('voice', false), offer('chat', true)]

  it('is what the address asks for, where that is set up', () => {
    expect(chosenMedium('chat', offers)).toBe('chat')
    expect(chosenMedium('voice', offers)).toBe('face')
  })

  it('is the first that is set up for an address that says nothing, or nonsense', () => {
    expect(chosenMedium(undefined, offers)).toBe('face')
    expect(chosenMedium(['voice'], offers.slice(1))).toBe('chat')
    expect(chosenMedium('face', [])).toBeUndefined()
  })

  it('is in its address, and the address keeps ids apart from it', () => {
    expect(roomAddress({ personaId: 'mira', medium: 'face' })).toBe('/talk?persona=mira')
    expect(roomAddress({ personaId: 'a&b', medium: 'chat', vendor: 'acme', draft: true })).toBe(
      '/talk?persona=a%26b&draft=1&medium=chat&vendor=acme',
    )
  })
})
