#pragma once

#include <libxml/tree.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>

/// For this folder only: where the nodes and texts of a document lie, one behind the other, from our parser or from Node's own
/// functions. libxml2's functions may take such trees apart as any other: what they free stays until the document goes.
namespace irikteu::xml {

/// The room of one document, which lies in it. Not for several threads at once, as the tree itself.
class TreeRoom {
  public:
    /// A document without nodes, with a dictionary: freed by free_tree() or, when somebody has taken it over, by xmlFreeDoc(). In a room
    /// of its own where the system gives one. Throws std::bad_alloc.
    static xmlDocPtr new_document();
    /// nullptr where the document, or nullptr, has none.
    static TreeRoom* of(const xmlDoc* document) { return document != nullptr && is_within(document) ? of_known(document) : nullptr; }

    /// A node or another part of the tree, zeroed, as they begin. Throws std::bad_alloc.
    template <class T>
    T* take() {
        constexpr std::size_t kRoom = (sizeof(T) + kAlignment - 1) & ~(kAlignment - 1);
        if (static_cast<std::size_t>(end_ - at_) < kRoom) return new (take_elsewhere(kRoom)) T{};
        char* const taken = at_;
        at_ += kRoom;
        return new (taken) T{};
    }
    /// The name in the document's dictionary; the same few are asked for again and again.
    const xmlChar* name(std::string_view text) {
        const std::size_t slot = text.empty() ? 0 : (text.size() * 31 + static_cast<unsigned char>(text.front()) * 7 + static_cast<unsigned char>(text.back())) % names_.size();
        if (names_[slot] != text || text.empty()) names_[slot] = look_up(text);
        return reinterpret_cast<const xmlChar*>(names_[slot].data());
    }
    /// The text with a NUL behind it.
    xmlChar* copy(std::string_view text);

    /// Something hangs in the tree that libxml2 has allocated, or may: the tree has to be freed node by node.
    void mix() { is_mixed_ = true; }

  private:
    friend void free_tree(xmlDocPtr document);
    friend void use_rooms();
    struct Rest;  ///< A chunk of a room that is not its first.

    static bool is_within(const void* block) { return reinterpret_cast<std::uintptr_t>(block) - begin_ < span_; }
    static TreeRoom* of_known(const xmlDoc* document);
    static void release(void* first_chunk);
    static void free_block(void* block);
    static void* resize_block(void* block, std::size_t bytes);
    void* take_elsewhere(std::size_t bytes);
    std::string_view look_up(std::string_view name) const;

    static constexpr std::size_t kAlignment = 8;  ///< Of everything in libxml2's trees.

    // All rooms lie in one span of addresses, so that libxml2's calls of free() are told apart by them.
    static std::uintptr_t begin_;
    static std::uintptr_t span_;  ///< 0 where there is none.

    Rest* rest_ = nullptr;
    char* at_ = nullptr;
    char* end_ = nullptr;
    std::array<std::string_view, 32> names_{};
    bool is_mixed_ = false;
};

/// Frees a document, whoever made it.
void free_tree(xmlDocPtr document);

/// Tells libxml2 that there are rooms. Once before it is used, and once more when it was given another malloc.
void use_rooms();

/// Something may hang in the tree that the node is in, or in the document, that libxml2 has allocated.
inline void mix_into(const xmlDoc* document) {
    if (TreeRoom* const room = TreeRoom::of(document)) room->mix();
}

}  // namespace irikteu::xml
