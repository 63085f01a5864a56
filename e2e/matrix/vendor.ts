import { clearFaults, injectFault, setVendorLimit, vendorSessions } from '../stand-ins'

type Addresses = Record<'anam' | 'privy', string>

/** The vendors of one worker, in the hands of its tests. */
export class Vendor {
  constructor(private readonly at: Addresses) {}

  /** Makes Anam fail in a named way, until `calm`. */
  fails = (fault: Record<string, unknown>) => injectFault('anam', fault, this.at)

  identityFails = (fault: Record<string, unknown>) => injectFault('privy', fault, this.at)

  /** How many conversations it allows at once; with the guess of the wait that it gives. */
  allows = (limit: number, waitSeconds?: number) => setVendorLimit(limit, this.at.anam, waitSeconds)

  /** Everything that is open there: no other test shares this vendor. */
  open = () => vendorSessions(undefined, this.at.anam)

  /** Everything that the page has sent to the sessions that are open, as text. */
  heard = async () => JSON.stringify((await this.open()).map(({ received }) => received))

  async calm() {
    await clearFaults('anam', this.at)
    await clearFaults('privy', this.at)
    await this.allows(3)
  }
}
