import type { Metadata } from 'next'
import { NoticePage } from '@/components/shell/notice-page'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFound() {
  return (
    <NoticePage
      title="There is no page here"
      actions={
        <ButtonLink href="/" variant="primary" surface="stage">
          To the start page
        </ButtonLink>
      }
    >
      <p>The page may have moved, or the address has a typing error.</p>
    </NoticePage>
  )
}
