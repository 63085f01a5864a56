import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { NoticePage } from './notice-page'

export interface FailedPageProps {
  error: unknown
  /** Renders the page again, with fresh data. */
  retry: () => void
}

/** A page that could not be shown. The reference finds its cause in the server's log. */
export function FailedPage({ error, retry }: FailedPageProps) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  return (
    <NoticePage
      title="This page could not be shown"
      reference={typeof digest === 'string' ? `internal · reference ${digest}` : undefined}
      actions={
        <>
          <Button variant="primary" surface="stage" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/" surface="stage" variant="quiet">
            To the start page
          </ButtonLink>
        </>
      }
    >
      <p>
        Something failed on our side. Try again; if it happens twice, come back in a few minutes.
      </p>
    </NoticePage>
  )
}
