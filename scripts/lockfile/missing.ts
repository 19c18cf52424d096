/** An entry of package-lock.json's `packages`; only what we look at. */
export interface Entry {
  version?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export type Packages = Record<string, Entry>;

// How package names say a platform, and how npm does.
const OS = ["android", "darwin", "freebsd", "linux", "openbsd", "openharmony", "win32"];
const CPU = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const LIBC: Record<string, string> = { musl: "musl", musleabihf: "musl", gnu: "glibc", gnueabihf: "glibc" };

/**
 * Platform packages that some package names as optional and the lockfile lacks. npm drops those its registry does not serve, and then
 * `npm ci` calls its own lockfile out of sync. They are never installed here: their platform is another.
 * @throws Error when a package's name does not tell its platform, or its version is a range.
 */
export function missingEntries(packages: Packages): Packages {
  const missing: Packages = {};
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!isFound(packages, place, name)) missing[`node_modules/${name}`] = entryFor(name, version);
    }
  }
  return missing;
}

/** As Node looks it up: beside the package that wants it, then in each directory above. */
function isFound(packages: Packages, place: string, name: string): boolean {
  for (let directory = place; ; directory = parentOf(directory)) {
    if (packages[`${directory && `${directory}/`}node_modules/${name}`]) return true;
    if (directory === "") return false;
  }
}

const parentOf = (place: string) => place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1));

function entryFor(name: string, version: string): Entry {
  const words = name.replace("amd64", "x64").split(/[/_-]/);
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  const libc = words.flatMap((word) => (os[0] === "linux" ? (LIBC[word] ?? []) : []));
  const isPlatform = cpu.length === 1 && (os.length === 1 || cpu[0] === "wasm32");
  if (!isPlatform || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(
      `package-lock.json lacks the optional ${name}@${version}, and its platform cannot be told: add it.`,
    );
  }
  return { version, cpu, ...(libc.length && { libc }), optional: true, ...(os.length && { os }) };
}
