import type * as z from 'zod';
import type { CommandContext } from '../context.js';

/** What the tools know of the place where they run. */
export interface Workplace {
  readonly context: CommandContext;
  /** The folder of the project, in which `ringback dev` keeps its sessions. */
  readonly project: string;
  /** The origins beside this machine that calls may be made to. */
  readonly allowed: readonly string[];
}

/** What a tool answers. */
export interface ToolAnswer {
  readonly text: string;
  /** Whether there was nothing to be done with what was asked for. */
  readonly failed: boolean;
}

/** Something that an assistant can ask for. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  /** For the assistant: when to use it, and what comes back. */
  readonly description: string;
  readonly input: Input;
  /** Whether it changes nothing anywhere. @default true */
  readonly readOnly?: boolean;
  run(input: z.infer<z.ZodObject<Input>>, workplace: Workplace, signal: AbortSignal): Promise<ToolAnswer>;
}

/** Keeps the type of the input for `run`. */
export function defineTool<Input extends z.ZodRawShape>(tool: Tool<Input>): Tool {
  return tool as unknown as Tool;
}
