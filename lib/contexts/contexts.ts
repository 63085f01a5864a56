import type { Context } from './context'
import { customerSupport } from './customer-support'
import { everyday } from './everyday'
import { sales } from './sales'
import { training } from './training'

/** What a talk can be about; the first when nobody says. A line per module of this folder. */
export const contexts: readonly Context[] = [everyday, customerSupport, sales, training]
