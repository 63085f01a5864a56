import type { Route } from 'next'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-look'

export interface ButtonLinkProps extends Omit<ComponentProps<'a'>, 'href'>, ButtonLook {
  href: Route
}

/** A link inside the app that looks like a button, because it is the next step. */
export function ButtonLink({ variant, size, surface, wide, className, ...props }: ButtonLinkProps) {
  return <Link {...props} className={buttonClass({ variant, size, surface, wide }, className)} />
}
