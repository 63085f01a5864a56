import type { AuthFailure } from './privy-api'

/** What happened, then what to do. */
export const authWords: Record<AuthFailure, { title: string; body: string }> = {
  unreachable: {
    title: 'Sign-in cannot be reached',
    body: 'The sign-in service did not answer. Check your connection, then try again.',
  },
  misconfigured: {
    title: 'Sign-in is not set up',
    body: 'PRIVY_APP_ID of this server is not a valid app id. Whoever runs it has to correct it.',
  },
  'wrong-code': {
    title: 'That code did not match',
    body: 'That code did not match. Use the newest email, or send a new code.',
  },
  'bad-email': {
    title: 'That address cannot receive a code',
    body: 'That does not look like an email address. Check it for typing errors.',
  },
  'email-taken': {
    title: 'That address has an account already',
    body: 'A guest cannot be joined with an account. What you made as this guest stays with the guest.',
  },
  'too-many': {
    title: 'Too many tries',
    body: 'That was tried too often. Wait a minute, then try again.',
  },
  'guests-off': {
    title: 'Guests are not let in',
    body: 'This server has no guest accounts. Sign in with your email instead.',
  },
  'tokens-off': {
    title: 'Identity tokens are switched off',
    body: 'You are signed in, but Privy sends no identity token. In its dashboard, whoever runs this server has to switch on User management > Authentication > Advanced > “Return user data in an identity token”.',
  },
  'not-accepted': {
    title: 'This server does not accept your sign-in',
    body: 'Privy knows you, but this server refuses its token. Sign out and in again; if that does not help, PRIVY_VERIFICATION_KEY does not belong to PRIVY_APP_ID.',
  },
  'signed-out': {
    title: 'Your session has ended',
    body: 'You were away for long, or signed out elsewhere. Sign in to go on.',
  },
}
