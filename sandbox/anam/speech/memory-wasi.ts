/**
 * The part of WASI that Flite needs, in memory: standard output and files are byte buffers.
 * Node's own `node:wasi` ends the process (SIGSEGV) after some tens of runs inside a worker.
 */

interface MemoryFile {
  bytes: Uint8Array
  length: number
}

interface Handle {
  file: MemoryFile | undefined // undefined: the root folder
  position: number
}

const OK = 0
const BAD_HANDLE = 8
const NOT_FOUND = 44
const NOT_SEEKABLE = 70
const ROOT = 3

/** Thrown when the program calls `exit`. */
export class ProgramExit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`)
  }
}

const emptyFile = (): MemoryFile => ({ bytes: new Uint8Array(1 << 16), length: 0 })

function append(handle: Handle, file: MemoryFile, source: Uint8Array) {
  const end = handle.position + source.length
  if (end > file.bytes.length) {
    const bigger = new Uint8Array(Math.max(end, file.bytes.length * 2))
    bigger.set(file.bytes.subarray(0, file.length))
    file.bytes = bigger
  }
  file.bytes.set(source, handle.position)
  handle.position = end
  file.length = Math.max(file.length, end)
}

/** One run of a WASI program: its imports, and what it wrote. */
export class MemoryWasi {
  readonly #files = new Map<string, MemoryFile>()
  readonly #output = { 1: emptyFile(), 2: emptyFile() }
  readonly #handles = new Map<number, Handle>([
    [1, { file: this.#output[1], position: 0 }],
    [2, { file: this.#output[2], position: 0 }],
    [ROOT, { file: undefined, position: 0 }],
  ])
  readonly #arguments: Uint8Array[]
  #nextHandle = ROOT + 1
  #memory: WebAssembly.Memory | undefined

  constructor(commandLine: string[]) {
    this.#arguments = commandLine.map((argument) => new TextEncoder().encode(`${argument}\0`))
  }

  attachMemory(memory: WebAssembly.Memory) {
    this.#memory = memory
  }

  /** What was written to a file, or undefined when it was never opened. */
  file(name: string): Uint8Array | undefined {
    const file = this.#files.get(name)
    return file?.bytes.slice(0, file.length)
  }

  text(stream: 1 | 2): string {
    const { bytes, length } = this.#output[stream]
    return new TextDecoder().decode(bytes.subarray(0, length))
  }

  get #view() {
    if (!this.#memory) throw new Error('The program has not been loaded.')
    return new DataView(this.#memory.buffer)
  }

  get #bytes() {
    if (!this.#memory) throw new Error('The program has not been loaded.')
    return new Uint8Array(this.#memory.buffer)
  }

  #open(name: string, openFlags: number): number {
    const [create, truncate] = [openFlags & 1, openFlags & 8]
    let file = this.#files.get(name)
    if (!file) {
      if (!create) return -1
      file = emptyFile()
      this.#files.set(name, file)
    }
    if (truncate) file.length = 0
    this.#handles.set(this.#nextHandle, { file, position: 0 })
    return this.#nextHandle++
  }

  /** Calls `each` for every buffer of a scatter/gather list; answers how many bytes it moved. */
  #transfer(list: number, count: number, out: number, each: (at: number, size: number) => number) {
    let moved = 0
    for (let index = 0; index < count; index++) {
      const at = this.#view.getUint32(list + index * 8, true)
      const size = this.#view.getUint32(list + index * 8 + 4, true)
      moved += each(at, size)
    }
    this.#view.setUint32(out, moved, true)
    return OK
  }

  readonly imports = {
    args_sizes_get: (count: number, size: number) => {
      this.#view.setUint32(count, this.#arguments.length, true)
      this.#view.setUint32(
        size,
        this.#arguments.reduce((sum, argument) => sum + argument.length, 0),
        true,
      )
      return OK
    },
    args_get: (pointers: number, buffer: number) => {
      let [pointer, at] = [pointers, buffer]
      for (const argument of this.#arguments) {
        this.#view.setUint32(pointer, at, true)
        this.#bytes.set(argument, at)
        pointer += 4
        at += argument.length
      }
      return OK
    },
    clock_time_get: (_clock: number, _precision: bigint, out: number) => {
      this.#view.setBigUint64(out, BigInt(Math.round(performance.now() * 1e6)), true)
      return OK
    },
    fd_close: (fd: number) => {
      this.#handles.delete(fd)
      return OK
    },
    fd_fdstat_get: (fd: number, out: number) => {
      const handle = this.#handles.get(fd)
      if (!handle) return BAD_HANDLE
      this.#bytes.fill(0, out, out + 24)
      this.#view.setUint8(out, handle.file ? (fd < ROOT ? 2 : 4) : 3)
      this.#view.setBigUint64(out + 8, 0x1fffffffn, true)
      this.#view.setBigUint64(out + 16, 0x1fffffffn, true)
      return OK
    },
    fd_fdstat_set_flags: () => OK,
    fd_prestat_get: (fd: number, out: number) => {
      if (fd !== ROOT) return BAD_HANDLE
      this.#view.setUint8(out, 0)
      this.#view.setUint32(out + 4, 1, true)
      return OK
    },
    fd_prestat_dir_name: (_fd: number, path: number) => {
      this.#bytes[path] = '/'.charCodeAt(0)
      return OK
    },
    path_open: (...[, , path, length, openFlags, , , , out]: WasiPathOpen) => {
      const name = new TextDecoder().decode(this.#bytes.slice(path, path + length))
      const fd = this.#open(name.replace(/^\//, ''), openFlags)
      if (fd < 0) return NOT_FOUND
      this.#view.setUint32(out, fd, true)
      return OK
    },
    fd_read: (fd: number, list: number, count: number, out: number) => {
      const handle = this.#handles.get(fd)
      const file = handle?.file
      if (!handle || !file) return BAD_HANDLE
      return this.#transfer(list, count, out, (at, size) => {
        const taken = Math.min(size, file.length - handle.position)
        this.#bytes.set(file.bytes.subarray(handle.position, handle.position + taken), at)
        handle.position += taken
        return taken
      })
    },
    fd_write: (fd: number, list: number, count: number, out: number) => {
      const handle = this.#handles.get(fd)
      const file = handle?.file
      if (!handle || !file) return BAD_HANDLE
      return this.#transfer(list, count, out, (at, size) => {
        append(handle, file, this.#bytes.subarray(at, at + size))
        return size
      })
    },
    fd_seek: (fd: number, offset: bigint, whence: number, out: number) => {
      const handle = this.#handles.get(fd)
      if (!handle?.file) return BAD_HANDLE
      if (fd < ROOT) return NOT_SEEKABLE
      const base = [0, handle.position, handle.file.length][whence] ?? 0
      handle.position = base + Number(offset)
      this.#view.setBigUint64(out, BigInt(handle.position), true)
      return OK
    },
    proc_exit: (code: number) => {
      throw new ProgramExit(code)
    },
  }
}

type WasiPathOpen = [
  folder: number,
  folderFlags: number,
  path: number,
  length: number,
  openFlags: number,
  rights: bigint,
  inheriting: bigint,
  flags: number,
  out: number,
]
