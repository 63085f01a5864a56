import { describe, expect, it } from 'vitest'
import { planVendors, standInFolders } from './plan'

describe('which vendors are live', () => {
  it('runs every stand-in when no key is set, or the key is blank', async () => {
    const { standIns, live } = await planVendors({ PRIVY_APP_ID: ' ' })
    expect(standIns).toEqual(standInFolders())
    expect(live).toEqual([])
  })

  it('takes each vendor live by its own key alone', async () => {
    const { standIns, live } = await planVendors({ PRIVY_APP_ID: 'a'.repeat(25) })
    expect(live).toEqual(['privy'])
    expect(standIns).toEqual(standInFolders().filter((name) => name !== 'privy'))
  })
})
