/** Vietnamese đồng, always whole. */
export type Dong = number;

/** `2.340.000 đ`. */
export const writeDong = (amount: Dong): string => `${writeNumber(amount)} đ`;

/** `2.340.000`: a dot for thousands, a comma for decimals. */
export const writeNumber = (value: number): string => {
  const [whole = "0", fraction] = Math.abs(value).toString().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return `${value < 0 ? "-" : ""}${grouped}${fraction ? `,${fraction}` : ""}`;
};

/** Integer division rounded up; both whole, divisor positive. */
export const ceilDivide = (dividend: number, divisor: number): number => Math.ceil(dividend / divisor);
