import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

export interface KeyPair {
  privateKey: KeyObject
  publicKey: KeyObject
  /** The public key as the dashboard shows it. */
  pem: string
  kid: string
}

export interface Keys {
  /** Signs access and identity tokens of the app. */
  app: KeyPair
  /** Signs Privy's own access tokens. */
  platform: KeyPair
}

const stored = z.object({ app: z.string(), platform: z.string() })

function pairOf(privateKey: KeyObject): KeyPair {
  const publicKey = createPublicKey(privateKey)
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString().trim()
  const kid = createHash('sha256').update(pem).digest('base64url')
  return { privateKey, publicKey, pem, kid }
}

const generate = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

/** The stand-in's own key pairs; with a folder they are kept, so that sign-ins outlive a restart. */
export function loadKeys(dataDir: string | undefined): Keys {
  const file = dataDir && join(dataDir, 'privy-keys.json')
  if (file && existsSync(file)) {
    const { app, platform } = stored.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { app: pairOf(createPrivateKey(app)), platform: pairOf(createPrivateKey(platform)) }
  }
  const [app, platform] = [generate(), generate()]
  if (file) {
    mkdirSync(dirname(file), { recursive: true })
    const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
    const text = JSON.stringify({ app: pem(app), platform: pem(platform) })
    writeFileSync(file, text, { mode: 0o600 })
  }
  return { app: pairOf(app), platform: pairOf(platform) }
}
