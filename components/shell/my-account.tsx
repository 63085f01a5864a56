import { SignOutButton } from '@/components/auth/sign-out-button'
import { pageIdentity } from '@/lib/auth/page-identity'
import { AccountMenu } from './account-menu'

/** The account menu of whoever looks at this page; nothing for anybody else. */
export async function MyAccount() {
  const visitor = await pageIdentity()
  if (visitor.status !== 'signed-in') return null
  return (
    <AccountMenu email={visitor.identity.email}>
      <SignOutButton wide />
    </AccountMenu>
  )
}
