import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** People, by the id their identity provider gives them. Nothing else about them is kept. */
export const users = pgTable('users', {
  id: text().primaryKey(),
  isGuest: boolean().notNull(),
  createdAt: moment().notNull().defaultNow(),
  seenAt: moment().notNull().defaultNow(),
})

/** Personas that people wrote. `config` is parsed by its own schema on every read. */
export const personas = pgTable(
  'personas',
  {
    id: text().primaryKey(),
    ownerId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    config: jsonb().$type<unknown>().notNull(),
    /** Grows by one with every save, so that two open editors notice each other. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index('personas_owner').on(table.ownerId, table.createdAt)],
)

/**
 * reserved: a place is held while the vendor mints. issued: the browser has the token.
 * live: the conversation runs. ended: it is over. failed: no token was ever handed out.
 */
export const sessionStatus = pgEnum('session_status', [
  'reserved',
  'issued',
  'live',
  'ended',
  'failed',
])

/** What a visitor thought of a conversation. */
export const sessionRating = pgEnum('session_rating', ['good', 'poor'])

/** The ledger: one row for every conversation asked for. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    status: sessionStatus().notNull().default('reserved'),
    vendor: text().notNull(),
    personaId: text().notNull(),
    /** As it was called then: the persona may be renamed or deleted later. */
    personaName: text().notNull(),
    maxSeconds: integer().notNull(),
    createdAt: moment().notNull(),
    issuedAt: moment(),
    liveAt: moment(),
    endedAt: moment(),
    /** When it stops holding a place if nothing more is heard of it. */
    expiresAt: moment().notNull(),
    /** As the browser reported it: verify with the vendor before acting on it. */
    vendorSessionId: text(),
    firstFrameMs: integer(),
    endReason: text(),
    /** When the vendor was last asked to end it. */
    stopAskedAt: moment(),
    /**
     * The last connected session of the conversation that this one carries on, after a lost
     * connection. No foreign key: it may be deleted, which changes nothing here.
     */
    continues: text(),
    rating: sessionRating(),
    /** What the visitor wrote beside the rating. */
    comment: text(),
  },
  (table) => [
    index('sessions_user_created').on(table.userId, table.createdAt),
    index('sessions_user_status').on(table.userId, table.status, table.expiresAt),
    index('sessions_created').on(table.createdAt),
  ],
)

export const messageRole = pgEnum('message_role', ['user', 'persona'])

/** What was said in a session, in order. */
export const messages = pgTable(
  'messages',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    role: messageRole().notNull(),
    content: text().notNull(),
    /** Milliseconds since the conversation began. */
    at: integer().notNull(),
    interrupted: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.seq] })],
)
