/** Request headers by which the proxy tells the page about its request. A visitor's own are overwritten. */

/** The nonce of this response. */
export const nonceHeader = 'x-nonce'

/** Path and query of the address, for the way back after signing in. */
export const addressHeader = 'x-address'
