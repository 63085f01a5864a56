import { AuthError, type PrivyApi } from './privy-api'

/**
 * After Privy has signed somebody in: makes sure that there is an identity token, which the server
 * needs, and goes on. A whole navigation, since the router may have kept redirects to sign-in.
 */
export async function completeSignIn(privy: PrivyApi, next: string) {
  if (!(await privy.identityToken())) throw new AuthError('tokens-off')
  window.location.assign(next)
}
