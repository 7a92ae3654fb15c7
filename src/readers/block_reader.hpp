#pragma once

#include "readers/story.hpp"
#include "xml/node.hpp"

namespace irikteu::readers {

/// Reads the paragraphs and tables in a body, a cell, a text box or the like, as a person sees them: deletions left
/// out, insertions in, containers that mean nothing transparent.
void read_blocks(xml::Node container, Story& story, BlockSink& sink);
/// The same for one element of such a container.
void read_block(xml::Node element, Story& story, BlockSink& sink);

/// While it lives, what is read counts as content of this content control.
class ControlScope {
  public:
    ControlScope(const ContentControl& control, Story& story);
    ~ControlScope();
    ControlScope(const ControlScope&) = delete;
    ControlScope& operator=(const ControlScope&) = delete;

  private:
    Story& story_;
    const bool contents_;
    const bool placeholder_;
    Story::CheckBox box_;
    Story::CheckBox* outer_box_;
};

}  // namespace irikteu::readers
