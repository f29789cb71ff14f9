import { useSignal } from '@preact/signals';

interface DropTarget {
  /** Whether files are held over it. */
  readonly isOver: boolean;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Lets files be dropped on an element. Where one is inside another, the inner one has them. */
export function useDropTarget(take: (files: FileList) => void): DropTarget {
  const isOver = useSignal(false);
  return {
    isOver: isOver.value,
    onDragOver: (event) => {
      if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      isOver.value = true;
    },
    onDragLeave: ({ currentTarget, relatedTarget }) => {
      if (!(currentTarget as Element).contains(relatedTarget as Node | null)) isOver.value = false;
    },
    onDrop: (event) => {
      isOver.value = false;
      const files = event.dataTransfer?.files;
      if (event.defaultPrevented || files === undefined || files.length === 0) return;
      event.preventDefault();
      take(files);
    },
  };
}
