import { ButtonLink } from '@/components/ui/button-link'
import { Section } from './section'

/** Back to this page afterwards. */
export const signInToAccount = '/sign-in?next=/account'

/** A guest's way to an account that can be found again. */
export function GuestSection() {
  return (
    <Section
      title="Keep what you made"
      about="A guest lives in this browser only. With an email address you can come back from anywhere, and your personas and conversations stay yours."
    >
      <ButtonLink href={signInToAccount} variant="primary">
        Sign in with email
      </ButtonLink>
    </Section>
  )
}
