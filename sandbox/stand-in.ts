/** What every stand-in is given. Ports are chosen once by the launcher, so a restarted process keeps its address. */
export interface StandInOptions {
  /** Port on loopback; 0 picks a free one. */
  port: number
  /** Folder for what must outlive a restart (keys, users); undefined keeps everything in memory. */
  dataDir?: string
  log?: (line: string) => void
}

/** A running stand-in: where it is, and the environment that points the app at it. */
export interface StandIn {
  url: string
  /** Variables of the app (`ANAM_API_URL`, …), exactly as a person would set them for the live vendor. */
  env: Record<string, string>
  /** Rows for the launcher's banner, `[label, text]`, such as where sign-in codes appear. */
  notes?: readonly (readonly [string, string])[]
  close(): Promise<void>
}

export type StartStandIn = (options: StandInOptions) => Promise<StandIn>
