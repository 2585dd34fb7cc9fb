// vlq 2.0.4 has types that its exports do not name.
declare module "vlq" {
  export function encode(numbers: readonly number[]): string;
  export function decode(text: string): number[];
}
