#include <cstddef>

// In the program that signs and verifies, this stands in the place of GnuTLS and its eight libraries, which libqpdf deciphers PDFs with: this program
// refuses enciphered ones (pdf/qpdf_reading.cpp), so each of these functions fails. Their names and forms are GnuTLS's; see gnutls/crypto.h.
extern "C" {

constexpr int kUnimplemented = -1250;  // GNUTLS_E_UNIMPLEMENTED_FEATURE

int gnutls_cipher_init(void**, int, const void*, const void*) { return kUnimplemented; }
int gnutls_cipher_encrypt2(void*, const void*, std::size_t, void*, std::size_t) { return kUnimplemented; }
int gnutls_cipher_decrypt2(void*, const void*, std::size_t, void*, std::size_t) { return kUnimplemented; }
void gnutls_cipher_deinit(void*) {}
std::size_t gnutls_cipher_get_key_size(int) { return 0; }
int gnutls_hash_init(void**, int) { return kUnimplemented; }
int gnutls_hash(void*, const void*, std::size_t) { return kUnimplemented; }
void gnutls_hash_deinit(void*, void*) {}
int gnutls_rnd(int, void*, std::size_t) { return kUnimplemented; }
const char* gnutls_strerror(int) { return "this program deciphers no PDFs"; }
}
