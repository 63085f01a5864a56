import { anamTransport } from './anam/transport'

/** The ways to talk that this app offers: a line per vendor, and the browser's only mention of it. */
export const transports = {
  face: anamTransport,
} as const
