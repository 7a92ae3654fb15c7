#pragma once

#include "base/error.hpp"

namespace irikteu::pipeline {

/// For this folder only. Makes a part of a judge or an engine; a file of our own that is absent is a fault of the installation, not of what is checked.
template <class Make>
auto made(const Make& make) {
    try {
        return make();
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::unreadable_file) throw;
        throw base::Error(base::ErrorCode::environment, error.message() + " (is the program installed whole?)", error.where());
    }
}

}  // namespace irikteu::pipeline
