import { type AddHelpTextContext, Help, type Option } from 'commander';

/** Lines that are longer are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** What stands below the options: its sentences fill the lines of the terminal, and examples stay as they are. */
export function fillLines(text: string): (context: AddHelpTextContext) => string {
  return ({ command, error }) => {
    const { getOutHelpWidth, getErrHelpWidth } = command.configureOutput();
    const width = (error ? getErrHelpWidth : getOutHelpWidth)?.() ?? 80;
    const paragraphs = text.split('\n\n').map((part) => (/^ /m.test(part) ? part : fill(part, Math.min(width, WIDEST))));
    return paragraphs.join('\n\n');
  };
}

function fill(paragraph: string, width: number): string {
  const start = /^\n*/.exec(paragraph)?.[0] ?? '';
  return start + new Help().boxWrap(paragraph.trim().replaceAll('\n', ' '), width);
}

/** What an option does. That a list is empty at first says nothing to anybody. */
export function describeOption(option: Option): string {
  const isEmpty = Array.isArray(option.defaultValue) && option.defaultValue.length === 0;
  return isEmpty ? option.description : new Help().optionDescription(option);
}
