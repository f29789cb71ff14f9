import type { Wave } from '../../audio/read-wav.js';

/** A place on the wave. */
export interface Mark {
  readonly seconds: number;
  readonly kind: 'mark' | 'clear';
}

/** Draws what was said above and what was heard below the middle, in the colours of the page. */
export function drawWave(canvas: HTMLCanvasElement, { channels, length, rate }: Wave, marks: readonly Mark[]): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const colours = getComputedStyle(canvas);
  const each = height / channels.length;
  channels.forEach((samples, index) => {
    context.fillStyle = colours.getPropertyValue(index === 0 ? '--wave-person' : '--wave-application');
    const middle = each * (index + 0.5);
    for (let x = 0; x < width; x += 1) {
      const peak = peakOf(samples, Math.floor((x / width) * length), Math.ceil(((x + 1) / width) * length));
      const reach = Math.max(0.5, peak * (each / 2 - 2));
      context.fillRect(x, middle - reach, 1, reach * 2);
    }
  });
  for (const { seconds, kind } of marks) {
    context.fillStyle = colours.getPropertyValue(kind === 'mark' ? '--wave-mark' : '--wave-clear');
    context.fillRect(((seconds * rate) / length) * width, 0, 1.5, height);
  }
}

function peakOf(samples: Float32Array, from: number, to: number): number {
  let peak = 0;
  for (let at = from; at < to && at < samples.length; at += 1) peak = Math.max(peak, Math.abs(samples[at] as number));
  return peak;
}
