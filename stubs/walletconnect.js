/** Privy imports WalletConnect even when wallets are off; this keeps its code out of the bundle. */
async function init() {
  throw new Error('WalletConnect is not bundled in this app')
}

export const EthereumProvider = { init }
export const UniversalProvider = { init }
export const OPTIONAL_METHODS = []
export const OPTIONAL_EVENTS = []
export default { init }
