#include "xml/tree_room.hpp"

#include <libxml/dict.h>
#include <libxml/xmlmemory.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

namespace irikteu::xml {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 16;   ///< And its alignment: the document is found by its address.
constexpr std::size_t kSpan = std::size_t{1} << 34;    ///< Of addresses; what is not used costs nothing.
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr std::size_t kLarge = kChunk / 8;             ///< Bytes that libxml2's malloc gives.
constexpr std::size_t kKept = 256;                     ///< Free chunks that stay in memory for the next document.

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kUsesRooms = false;  // A block of each node's own tells who uses it too late.
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool kUsesRooms = false;
#else
constexpr bool kUsesRooms = sizeof(void*) == 8;
#endif
#else
constexpr bool kUsesRooms = sizeof(void*) == 8;
#endif

xmlFreeFunc heap_free = nullptr;
xmlReallocFunc heap_resize = nullptr;

/// The chunks that no document has.
class Chunks {
  public:
    void begin_at(char* first) { fresh_ = first, end_ = first + kSpan; }

    /// nullptr where there is none.
    char* take() {
        const std::lock_guard lock(mutex_);
        for (std::vector<char*>* given : {&warm_, &cold_}) {
            if (given->empty()) continue;
            char* const taken = given->back();
            given->pop_back();
            return taken;
        }
        if (fresh_ == end_) return nullptr;
        char* const taken = fresh_;
        fresh_ += kChunk;
        return taken;
    }

    /// Takes back all that a document had. The system gets the memory of what goes beyond kKept.
    void give(const std::vector<char*>& chunks) {
        const std::lock_guard lock(mutex_);
        char *begin = nullptr, *end = nullptr;  // Of what lies side by side, as those of one document mostly do.
        for (char* const chunk : chunks) {
            if (warm_.size() < kKept) {
                warm_.push_back(chunk);
                continue;
            }
            cold_.push_back(chunk);
            if (chunk + kChunk == begin) {
                begin = chunk;
                continue;
            }
            if (begin != nullptr) ::madvise(begin, static_cast<std::size_t>(end - begin), MADV_DONTNEED);
            begin = chunk, end = chunk + kChunk;
        }
        if (begin != nullptr) ::madvise(begin, static_cast<std::size_t>(end - begin), MADV_DONTNEED);
    }

  private:
    std::mutex mutex_;
    std::vector<char*> warm_, cold_;
    char* fresh_ = nullptr;
    char* end_ = nullptr;
};
Chunks& chunks() {
    static Chunks& all = *new Chunks;  // Documents may go after everything static has.
    return all;
}

char* chunk_of(const void* block) { return reinterpret_cast<char*>(reinterpret_cast<std::uintptr_t>(block) & ~(kChunk - 1)); }

constexpr std::size_t rounded(std::size_t bytes) { return (bytes + 7) & ~std::size_t{7}; }

}  // namespace

struct TreeRoom::Rest {
    Rest* next;
};

std::uintptr_t TreeRoom::begin_ = 0;
std::uintptr_t TreeRoom::span_ = 0;

namespace {
// A first chunk begins with its room, and the document stands behind it; where another's document might stand is no block's beginning.
constexpr std::size_t kDocument = rounded(sizeof(TreeRoom));
}  // namespace

TreeRoom* TreeRoom::of_known(const xmlDoc* document) { return reinterpret_cast<TreeRoom*>(chunk_of(document)); }

xmlDocPtr TreeRoom::new_document() {
    char* const chunk = span_ == 0 ? nullptr : chunks().take();
    if (chunk == nullptr) {
        xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
        if (document != nullptr) document->dict = xmlDictCreate();
        if (document != nullptr && document->dict != nullptr) return document;
        xmlFreeDoc(document);
        throw std::bad_alloc();
    }
    auto* const room = new (chunk) TreeRoom;
    room->at_ = chunk + kDocument;
    room->end_ = chunk + kChunk;
    auto* const document = room->take<xmlDoc>();
    document->type = XML_DOCUMENT_NODE;
    document->version = room->copy("1.0");
    document->standalone = -1;
    document->charset = XML_CHAR_ENCODING_UTF8;
    document->doc = document;
    document->dict = xmlDictCreate();
    if (document->dict != nullptr) return document;
    release(chunk);
    throw std::bad_alloc();
}

std::string_view TreeRoom::look_up(std::string_view name) const {
    const auto* const document = reinterpret_cast<const xmlDoc*>(chunk_of(this) + kDocument);
    const xmlChar* const kept = xmlDictLookup(document->dict, reinterpret_cast<const xmlChar*>(name.data()), static_cast<int>(name.size()));
    if (kept == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(kept), name.size()};
}

xmlChar* TreeRoom::copy(std::string_view text) {
    const std::size_t room = rounded(text.size() + 1);
    char* taken = at_;
    if (static_cast<std::size_t>(end_ - at_) < room) taken = static_cast<char*>(take_elsewhere(room));
    else at_ += room;
    if (!text.empty()) std::memcpy(taken, text.data(), text.size());
    taken[text.size()] = 0;
    return reinterpret_cast<xmlChar*>(taken);
}

void* TreeRoom::take_elsewhere(std::size_t bytes) {
    char* const chunk = bytes >= kLarge ? nullptr : chunks().take();
    if (chunk == nullptr) {
        is_mixed_ = true;
        void* const taken = xmlMalloc(bytes);
        if (taken == nullptr) throw std::bad_alloc();
        return taken;
    }
    rest_ = new (chunk) Rest{rest_};
    // Whatever stands where the document stands in a first chunk begins before it or behind.
    at_ = chunk + kDocument + kAlignment;
    end_ = chunk + kChunk;
    void* const taken = at_;
    at_ += bytes;
    return taken;
}

void TreeRoom::release(void* first_chunk) {
    std::vector<char*> all;
    for (Rest* rest = static_cast<TreeRoom*>(first_chunk)->rest_; rest != nullptr; rest = rest->next) all.push_back(reinterpret_cast<char*>(rest));
    all.push_back(static_cast<char*>(first_chunk));
    chunks().give(all);
}

/// What libxml2 frees last of a tree is the document.
void TreeRoom::free_block(void* block) {
    if (!is_within(block)) return heap_free(block);
    char* const chunk = chunk_of(block);
    if (block == chunk + kDocument) release(chunk);
}

void* TreeRoom::resize_block(void* block, std::size_t bytes) {
    if (!is_within(block)) return heap_resize(block, bytes);
    void* const moved = xmlMalloc(bytes);
    // How long it was nobody knows: what lies behind it is copied as well.
    if (moved != nullptr) std::memcpy(moved, block, std::min(bytes, static_cast<std::size_t>(chunk_of(block) + kChunk - static_cast<char*>(block))));
    return moved;
}

void free_tree(xmlDocPtr document) {
    TreeRoom* const room = TreeRoom::of(document);
    const bool is_plain = room != nullptr && !room->is_mixed_ && document->ids == nullptr && document->refs == nullptr &&
                          document->intSubset == nullptr && document->extSubset == nullptr;
    if (!is_plain) return xmlFreeDoc(document);
    for (const xmlChar* text : {document->URL, document->encoding}) {
        if (text != nullptr && !TreeRoom::is_within(text)) xmlFree(const_cast<xmlChar*>(text));
    }
    xmlFreeNsList(document->oldNs);  // XML's own, from libxml2.
    xmlDictFree(document->dict);
    TreeRoom::release(room);
}

void use_rooms() {
    if (!kUsesRooms) return;
    xmlFreeFunc free_ = nullptr;
    xmlMallocFunc malloc_ = nullptr;
    xmlReallocFunc realloc_ = nullptr;
    xmlStrdupFunc strdup_ = nullptr;
    if (xmlMemGet(&free_, &malloc_, &realloc_, &strdup_) != 0 || free_ == TreeRoom::free_block) return;
    if (TreeRoom::begin_ == 0) {
        void* const span = ::mmap(nullptr, kSpan + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (span == MAP_FAILED) return;
        TreeRoom::begin_ = (reinterpret_cast<std::uintptr_t>(span) + kHugePage - 1) / kHugePage * kHugePage;
        auto* const begin = reinterpret_cast<char*>(TreeRoom::begin_);
        ::madvise(begin, kSpan, MADV_HUGEPAGE);
        chunks().begin_at(begin);
    }
    heap_free = free_;
    heap_resize = realloc_;
    if (xmlMemSetup(TreeRoom::free_block, malloc_, TreeRoom::resize_block, strdup_) == 0) TreeRoom::span_ = kSpan;
}

}  // namespace irikteu::xml
