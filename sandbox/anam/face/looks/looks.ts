import type { AvatarName } from '../avatars'
import { amara } from './amara'
import { freya } from './freya'
import { ines } from './ines'
import { jonas } from './jonas'
import { kenji } from './kenji'
import { leila } from './leila'
import type { Look } from './look'
import { maya } from './maya'
import { omar } from './omar'
import { samuel } from './samuel'

/** How every avatar looks. */
export const LOOKS: Record<AvatarName, Look> = {
  maya,
  jonas,
  amara,
  kenji,
  ines,
  omar,
  leila,
  freya,
  samuel,
}
