'use client'

import {
  getIdentityToken,
  PrivyProvider,
  type PrivyProviderProps,
  useGuestAccounts,
  useLinkEmail,
  useLoginWithEmail,
  useLogout,
  usePrivy,
} from '@privy-io/react-auth'
import { useEffect } from 'react'
import type { PublicConfig } from '@/lib/public-config'
import { AuthError, type PrivyApi } from './privy-api'
import { untilSession } from './until-session'

export interface PrivyTreeProps {
  config: Pick<PublicConfig, 'privyAppId' | 'privyApiUrl'>
  onChange: (outcome: PrivyApi | AuthError) => void
}

/** Email codes and guests, no wallets: an empty wallet list also spares a call to WalletConnect on every page. */
const options: PrivyProviderProps['config'] = {
  loginMethods: ['email'],
  appearance: { walletList: [] },
  embeddedWallets: { ethereum: { createOnLogin: 'off' }, solana: { createOnLogin: 'off' } },
  externalWallets: { disableAllExternalWallets: true, walletConnect: { enabled: false } },
}

/** Hands the functions of Privy's hooks to whoever waits for them. Draws nothing. */
function Hooks({ onChange }: Pick<PrivyTreeProps, 'onChange'>) {
  const { ready, authenticated, user, error } = usePrivy()
  const { sendCode, loginWithCode } = useLoginWithEmail()
  const { sendCode: sendLinkingCode, linkWithCode } = useLinkEmail()
  const { createGuestAccount } = useGuestAccounts()
  const { logout } = useLogout()
  // Signing in would make another user. A guest who links an email keeps their id, and with it what
  // they made. [doc] https://docs.privy.io/recipes/react/guest-accounts
  const isGuest = user?.isGuest ?? false
  useEffect(() => {
    // While Privy cannot be reached `ready` stays false for ever; only `error` tells.
    if (!ready) {
      if (error) onChange(new AuthError('unreachable', error))
      return
    }
    onChange({
      isSignedIn: authenticated,
      sendCode: (email) => (isGuest ? sendLinkingCode({ email }) : sendCode({ email })),
      // With a session from before, only the end of the attempt tells whether the code was right.
      verifyCode: async (code) => {
        if (isGuest) {
          await linkWithCode({ code })
          return
        }
        const attempt = loginWithCode({ code })
        await (authenticated ? attempt : untilSession(attempt))
      },
      signInAsGuest: () => untilSession(createGuestAccount()),
      identityToken: getIdentityToken,
      signOut: logout,
    })
  }, [
    ready,
    authenticated,
    isGuest,
    error,
    sendCode,
    loginWithCode,
    sendLinkingCode,
    linkWithCode,
    createGuestAccount,
    logout,
    onChange,
  ])
  return null
}

/** Privy's SDK, about 650 kB compressed: import this file only lazily. */
export function PrivyTree({ config, onChange }: PrivyTreeProps) {
  return (
    <PrivyProvider appId={config.privyAppId} apiUrl={config.privyApiUrl} config={options}>
      <Hooks onChange={onChange} />
    </PrivyProvider>
  )
}
