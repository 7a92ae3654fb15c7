#pragma once

namespace irikteu::archive {

/// The steps of writing at which tests stop the process or make the disk fail. Every write, cut, flush and rename of
/// the storage layer and of the index passes one of them first.
enum class WriteStep {
    make_folder,
    create_object, write_object, flush_object, flush_staging, rename_object, flush_objects, remove_object,
    cut_log, write_log, flush_log,
    create_head, write_head, flush_head, rename_head, flush_folder,
    write_index, cut_index, flush_index, remove_index, rename_index,
    write_bag, flush_bag,
};

/// What a test does at a step: 0 to go on, or the errno with which the step shall fail. It may also end the process.
using Failpoint = int (*)(WriteStep step);

/// Sets what happens at each step; nullptr, as from the start, for nothing. For tests alone: no option, environment
/// variable or file reaches it. Not while another thread writes.
void set_failpoint(Failpoint failpoint);

/// Passes a step; false with errno set where it shall fail.
bool passes(WriteStep step);
/// Whether a test watches; writes are then done in two halves, with the step between them as well.
bool is_watched();

}  // namespace irikteu::archive
