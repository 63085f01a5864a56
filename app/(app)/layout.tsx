import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { IdentityRefresher } from '@/components/auth/identity-refresher'
import { RestoreSession } from '@/components/auth/restore-session'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { NoticePage } from '@/components/shell/notice-page'
import { pageIdentity } from '@/lib/auth/page-identity'
import { addressHeader } from '@/lib/http/page-headers'
import { publicConfig } from '@/lib/public-config'

/** Pages for people who are signed in. Each page still asks for the identity that it shows data of. */
export default async function AppLayout({ children }: LayoutProps<'/'>) {
  const config = publicConfig()
  const visitor = await pageIdentity()
  if (visitor.status === 'signed-out') {
    const address = (await headers()).get(addressHeader) ?? '/talk'
    redirect(`/sign-in?next=${encodeURIComponent(address)}`)
  }
  if (visitor.status === 'restorable') return <RestoreSession badge={config.badge} />
  if (visitor.status === 'forbidden') {
    return (
      <NoticePage
        badge={config.badge}
        title="This account may not talk here"
        actions={<SignOutButton />}
      >
        <p>
          You are signed in, but this server lets only some accounts in. Sign out and use another
          one, or ask whoever runs it.
        </p>
      </NoticePage>
    )
  }
  return (
    <>
      {children}
      <IdentityRefresher expiresAt={visitor.identity.expiresAt} />
    </>
  )
}
