import 'server-only'
import { isVerificationKey } from './auth/identity-token'
import { parseEnv } from './env'
import { vendorEnvironments } from './vendors/registry'

/** Ends the process when the environment is wrong, and prints every remedy instead of a stack. */
export async function checkEnvironment() {
  try {
    const env = parseEnv(process.env, vendorEnvironments)
    if (!(await isVerificationKey(env.PRIVY_VERIFICATION_KEY ?? ''))) {
      throw new Error(
        'PRIVY_VERIFICATION_KEY: is not a public key; copy the whole PEM again, from "-----BEGIN PUBLIC KEY-----" on.',
      )
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
