import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './button-look'

export type ButtonProps = ComponentProps<'button'> & ButtonLook

/** A native button, `type="button"` unless said otherwise. */
export function Button({ variant, size, surface, wide, className, type, ...props }: ButtonProps) {
  return (
    <button
      {...props}
      type={type ?? 'button'}
      className={buttonClass({ variant, size, surface, wide }, className)}
    />
  )
}
