package export

import "hash/crc32"

// joinSums is the CRC-32 of a text followed by another of n bytes, from the sums of the two.
// A sum is the remainder of its text as a polynomial; n bytes more multiply the first by
// x to the 8n.
func joinSums(first, second uint32, n int) uint32 {
	power, square := uint32(1<<31), uint32(1<<(31-8)) // 1 and x⁸: the highest bit is the constant
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			power = timesModulo(power, square)
		}
		square = timesModulo(square, square)
	}
	return timesModulo(first, power) ^ second
}

// timesModulo multiplies two remainders of CRC-32.
func timesModulo(a, b uint32) (product uint32) {
	for ; a != 0; a <<= 1 {
		if a>>31 == 1 {
			product ^= b
		}
		carry := b & 1
		b >>= 1
		if carry == 1 {
			b ^= crc32.IEEE
		}
	}
	return product
}
