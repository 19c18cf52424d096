import { type ParseArgsConfig, parseArgs } from "node:util";
import { StackError } from "./error.ts";

/** How a command is called: what it says to --help, and behind what is wrong with its arguments. */
export interface Manual {
  name: string;
  /** One sentence. */
  does: string;
  usage: string;
}

/** What was asked for cannot be meant: nothing has been done yet. */
export class UsageError extends StackError {
  override name = "UsageError";
  static readonly EXIT_CODE = 2;
}

/** @throws UsageError: one sentence that names the argument, and how the command is called. */
export function readArguments<const T extends ParseArgsConfig>(config: T, { usage }: Manual) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/\.\s/)[0]}. Usage: ${usage}`);
  }
}

/** Ends the process with what the command does and how it is called, when that is asked. */
export function answerHelp({ does, usage }: Manual, argv: readonly string[]): void {
  if (!argv.includes("--help")) return;
  console.log(`${does}\n${usage}`);
  process.exit(0);
}

/** The arguments of the process, which ends here when they ask for help or cannot be read. */
export function commandArguments<const T extends ParseArgsConfig>(config: T, manual: Manual) {
  answerHelp(manual, process.argv.slice(2));
  try {
    return readArguments(config, manual);
  } catch (error) {
    return refuse(manual, (error as Error).message);
  }
}

/** Ends the process: one sentence, and the exit code of wrong arguments. */
export function refuse({ name }: Manual, sentence: string): never {
  console.error(`${name}: ${sentence}`);
  process.exit(UsageError.EXIT_CODE);
}
