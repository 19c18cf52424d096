// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Governed
/// @notice Parameters that the timelock alone sets, inside bounds that are constants of the code: captured governance can be a nuisance, not a
/// thief. Every change, and every first value, is one event.
abstract contract Governed {
    /// The timelock.
    address public immutable governance;

    /// @param name The parameter's getter, in ASCII, padded with zeros to the right.
    event ParameterSet(bytes32 indexed name, uint256 value);

    error Governed_NotGovernance(address caller);
    error Governed_OutOfBounds(bytes32 name, uint256 value, uint256 least, uint256 most);

    constructor(address governance_) {
        governance = governance_;
    }

    modifier onlyGovernance() {
        if (msg.sender != governance) revert Governed_NotGovernance(msg.sender);
        _;
    }

    /// Announces a value that is inside its bounds, both inclusive, and returns it.
    function _bounded(bytes32 name, uint256 value, uint256 least, uint256 most) internal returns (uint256) {
        if (value < least || value > most) revert Governed_OutOfBounds(name, value, least, most);
        emit ParameterSet(name, value);
        return value;
    }
}
